/** `<button type="button" name="print" value="page">` prints the page; its print style is all that there is to it. */
document.addEventListener("click", (event) => {
  if (event.target instanceof Element && event.target.closest('button[name="print"][value="page"]')) print();
});
export {};
