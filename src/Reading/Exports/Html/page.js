"use strict";
// Filters a table by its words; brings text and table to each other. Without script the links still lead to the figures.
for (const box of document.querySelectorAll("input[data-filter]")) {
  const rows = [...document.getElementById(box.dataset.filter).tBodies[0].rows];
  box.addEventListener("input", () => {
    const words = box.value.trim().toLowerCase();
    for (const row of rows) row.hidden = words !== "" && !row.textContent.toLowerCase().includes(words);
  });
}
const show = (element) => {
  if (!element) return;
  for (const old of document.querySelectorAll(".here")) old.classList.remove("here");
  element.classList.add("here");
  element.scrollIntoView({ block: "center" });
};
document.getElementById("tables").addEventListener("click", (event) => {
  const link = event.target.closest("tr")?.querySelector("a");
  if (!link) return;
  event.preventDefault();
  show(document.querySelector(link.getAttribute("href")));
});
document.getElementById("text").addEventListener("click", (event) => {
  const mark = event.target.closest("mark");
  if (mark) show(document.querySelector(`#tables a[href="#${mark.id}"]`)?.closest("tr"));
});
