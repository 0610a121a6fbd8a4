/** A page that the browser kept in memory is asked for anew: the vault may be locked by now. */
window.addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
export {};
