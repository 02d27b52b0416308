/** Keys, whole-row clicks and smooth scrolling on the reading page; the links underneath do the work. */
export function helpOnReading(): void {
  document.addEventListener("click", followRow);
  document.addEventListener("keydown", onKey);
  document.addEventListener("htmx:after:swap", showChosen);
  prepareButtons();
  showChosen();
}

function prepareButtons(): void {
  const print = document.querySelector<HTMLButtonElement>("[data-print]");
  if (print) {
    print.hidden = false;
    print.addEventListener("click", () => window.print());
  }
  const help = document.querySelector<HTMLButtonElement>("[data-help]");
  if (help) {
    help.hidden = false;
    help.addEventListener("click", openHelp);
  }
}

/** A click anywhere in a row is a click on its link. */
function followRow(event: MouseEvent): void {
  const target = event.target as Element;
  if (target.closest("a, button, input, select, textarea, summary, label") || window.getSelection()?.toString()) return;
  target.closest("tr[data-row]")?.querySelector<HTMLAnchorElement>("a[href]")?.click();
}

/** Brings the chosen figure into sight, in the text and in the table. */
function showChosen(): void {
  const mark = document.querySelector(".fig.chosen");
  if (mark && !isInSight(mark)) mark.scrollIntoView({ block: "center", behavior: motion() });
  const row = document.querySelector("tr.chosen, .finding.chosen");
  if (row && !isInSight(row)) row.scrollIntoView({ block: "center", behavior: "instant" });
}

function isInSight(element: Element): boolean {
  const place = element.getBoundingClientRect();
  const pane = element.closest(".pane")?.getBoundingClientRect();
  const top = Math.max(pane?.top ?? 0, 110);
  const bottom = Math.min(pane?.bottom ?? window.innerHeight, window.innerHeight);
  return place.width > 0 && place.top >= top && place.bottom <= bottom;
}

function motion(): ScrollBehavior {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
}

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const act = keys[event.key];
  if (!act || !act()) return;
  event.preventDefault();
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select, dialog *"));
}

/** Each answers whether it did something, so that the browser keeps the keys it does not need. */
const keys: Record<string, () => boolean> = {
  j: () => step(1),
  ArrowDown: () => inTable() && step(1),
  k: () => step(-1),
  ArrowUp: () => inTable() && step(-1),
  "/": () => focus("[data-search]"),
  "?": () => openHelp(),
  "1": () => press(".tabs a", 0),
  "2": () => press(".tabs a", 1),
  "3": () => press(".tabs a", 2),
  "4": () => press(".tabs a", 3),
  "[": () => press(".pane-text .pager a[rel=prev]", 0),
  "]": () => press(".pane-text .pager a[rel=next]", 0),
};

/** Chooses the next or previous row; past the last one, the next page of the table. */
function step(by: number): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>(".panes [data-row]")];
  if (rows.length === 0) return false;
  const chosen = rows.findIndex((row) => row.classList.contains("chosen"));
  const next = chosen < 0 ? (by > 0 ? 0 : rows.length - 1) : chosen + by;
  const row = rows[next];
  if (!row) return press(`.pane-table .pager a[rel=${by > 0 ? "next" : "prev"}]`, 0);
  row.querySelector<HTMLAnchorElement>("a[href]")?.click();
  return true;
}

// Elsewhere the arrows scroll the pane that has the focus.
function inTable(): boolean {
  return document.activeElement?.closest("table.figures") != null;
}

function focus(selector: string): boolean {
  const field = document.querySelector<HTMLInputElement>(selector);
  field?.focus();
  field?.select();
  return field !== null;
}

function press(selector: string, index: number): boolean {
  const link = document.querySelectorAll<HTMLAnchorElement>(selector)[index];
  link?.click();
  return link !== undefined;
}

function openHelp(): boolean {
  const dialog = document.querySelector<HTMLDialogElement>("#keys");
  if (!dialog || dialog.open) return false;
  dialog.showModal();
  return true;
}
