"use strict";
// Leads from one remark to the next. The page is whole without it.
(() => {
  const remarks = [...document.querySelectorAll("article.remark")];
  const keys = document.getElementById("keys");
  const where = document.getElementById("where");
  let now = -1;

  function mark(place) {
    for (const one of document.querySelectorAll("mark.now")) {
      one.classList.remove("now");
    }
    now = place;
    where.textContent = `${now + 1} of ${remarks.length}`;
    for (const one of document.querySelectorAll("mark[data-remarks]")) {
      if (one.dataset.remarks.split(" ").includes(String(now + 1))) {
        one.classList.add("now");
      }
    }
  }

  function go(step) {
    const place = now < 0 && step < 0 ? remarks.length - 1 : now + step;
    mark((place + remarks.length) % remarks.length);
    remarks[now].focus({ preventScroll: true });
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const phrase = document.getElementById(`at-${now + 1}`);
    const narrow = matchMedia("(max-width: 60rem)").matches;
    (narrow ? phrase : remarks[now]).scrollIntoView({
      block: narrow ? "start" : "center",
      behavior: calm ? "auto" : "smooth",
    });
  }

  document.getElementById("previous").addEventListener("click", () => go(-1));
  document.getElementById("next").addEventListener("click", () => go(1));
  document.addEventListener("keydown", (event) => {
    if (!keys.checked || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    if (event.key === "n" || event.key === "p") {
      event.preventDefault();
      go(event.key === "n" ? 1 : -1);
    }
  });
  document.addEventListener("focusin", (event) => {
    const place = remarks.indexOf(event.target.closest("article.remark"));
    if (place >= 0 && place !== now) {
      mark(place);
    }
  });
  where.textContent = `${remarks.length} remarks`;
  document.getElementById("walk").hidden = false;
})();
