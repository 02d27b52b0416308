/** Keeps "so many still blank" true while somebody types, for the whole form and for each item of its contents. */
export function countBlanks(): void {
  const form = document.querySelector<HTMLFormElement>("form#report");
  const counters = document.querySelectorAll<HTMLElement>("[data-blanks]");
  if (!form || counters.length === 0) return;

  const count = (): void => {
    for (const counter of counters) {
      const of = counter.dataset.blanksIn ? form.querySelector(`[aria-labelledby="${counter.dataset.blanksIn}"]`) : form;
      const blank = [...(of?.querySelectorAll<HTMLInputElement>("input[data-asked]") ?? [])].filter((field) => field.value.trim() === "");
      counter.hidden = blank.length === 0;
      const text = counter.firstElementChild as HTMLElement | null;
      if (!text) continue;
      text.textContent = (counter.dataset.blanks ?? "").replace("#", String(blank.length));
      if (text instanceof HTMLAnchorElement && blank[0]) text.setAttribute("href", "#" + blank[0].id);
    }
  };

  form.addEventListener("input", count);
  form.addEventListener("restored", count);
}
