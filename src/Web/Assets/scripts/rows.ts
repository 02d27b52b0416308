/** Arrow keys go from row to row and Enter opens one; one box picks the whole page. Without script the links and boxes do it. */
export function walkRows(): void {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || isTyping(event.target)) return;
    const links = rowLinks();
    if (links.length === 0) return;
    const at = links.findIndex((link) => link.closest("tr") === (document.activeElement?.closest("tr") ?? null));
    const next = at < 0 ? (event.key === "ArrowDown" ? 0 : -1) : at + (event.key === "ArrowDown" ? 1 : -1);
    const link = links[next];
    if (!link) return;
    event.preventDefault();
    link.focus();
    link.closest("tr")?.scrollIntoView({ block: "nearest" });
  });
  for (const all of document.querySelectorAll<HTMLInputElement>("input[data-pick-all]")) {
    all.hidden = false;
    all.addEventListener("change", () => {
      for (const box of all.closest("table")?.querySelectorAll<HTMLInputElement>("input[name=pick]") ?? []) box.checked = all.checked;
    });
  }
}

function rowLinks(): HTMLAnchorElement[] {
  return [...document.querySelectorAll("table.rows tr[data-row], table.timeline tr[data-row]")]
    .map((row) => row.querySelector<HTMLAnchorElement>("a[href]"))
    .filter((link): link is HTMLAnchorElement => link !== null);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input:not([type=checkbox]), textarea, select, dialog *"));
}
