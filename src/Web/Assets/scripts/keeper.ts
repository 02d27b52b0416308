import { post } from "./linecheck";

/** What was typed into a report and is not known to be saved. */
interface Kept {
  at: number;
  fields: Record<string, string>;
  sent?: boolean;
}

const RETRY = 4000;
const PAUSE = 1500;

/** Keeps what is typed in the browser and on the server until a save is confirmed: through a lost connection, an ended session, a closed window. */
export function keepTyped(): void {
  const form = document.querySelector<HTMLFormElement>("form#report");
  const keeper = document.getElementById("keeper");
  if (!form || !keeper) return;

  const key = keeper.dataset.key ?? "";
  const path = keeper.dataset.path ?? "";
  let timer = 0;
  let passing = false;
  let waiting: HTMLElement | null = null;

  const say = (what: string, on: boolean): void => {
    const line = form.querySelector<HTMLElement>(`[data-say="${what}"]`);
    if (line) line.hidden = !on;
  };
  const state = (what: string): void => {
    for (const other of ["offline", "ended", "refused", "aside"]) say(other, other === what);
    if (what === "aside") clock(form.querySelector<HTMLElement>('[data-say="aside"] time'), Date.now());
    say("waiting", what === "offline" && waiting !== null);
  };

  const store = (sent = false): void => write(key, { at: Date.now(), fields: typed(form), sent });

  /** True when the server has it; false when nobody knows. */
  const send = async (): Promise<"kept" | "lost" | "ended" | "refused"> => {
    window.clearTimeout(timer);
    let result: "kept" | "lost" | "ended" | "refused";
    try {
      const answer = await post(form, `${path}/keep`, new URLSearchParams(typed(form)));
      // A stale form token means that somebody signed in anew.
      result = answer.type === "opaqueredirect" || answer.status === 400 ? "ended" : answer.ok ? "kept" : answer.status >= 500 ? "lost" : "refused";
    } catch {
      result = "lost";
    }
    state(result === "kept" ? "aside" : result === "lost" ? "offline" : result);
    if (result === "lost") timer = window.setTimeout(() => void again(), RETRY);
    return result;
  };

  const again = async (): Promise<void> => {
    const result = await send();
    if (result === "kept" && waiting) go(waiting);
  };

  const go = (button: HTMLElement | null): void => {
    waiting = null;
    store(true);
    passing = true;
    form.requestSubmit(button);
  };

  form.addEventListener("input", () => {
    store();
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void send(), PAUSE);
  });
  form.addEventListener("submit", (event) => {
    if (passing) return;
    event.preventDefault();
    const button = event.submitter;
    store();
    waiting = button;
    // A page that is left for an answer that never comes would take the typed text with it: ask first.
    void send().then((result) => {
      if (result === "kept" || result === "refused") go(button);
      else if (result === "ended") waiting = null;
    });
  });
  window.addEventListener("online", () => void again());
  window.addEventListener("offline", () => state("offline"));
  window.addEventListener("pageshow", () => (passing = false));
  for (const button of document.querySelectorAll<HTMLElement>("[data-forget]")) {
    button.addEventListener("click", (event) => {
      write(key, null);
      if (button.closest("form") !== form) return;
      event.preventDefault();
      void post(form, `${path}/forget`, new URLSearchParams()).finally(() => window.location.assign(path));
    });
  }

  restore(form, keeper, key, say);
}

function restore(form: HTMLFormElement, keeper: HTMLElement, key: string, say: (what: string, on: boolean) => void): void {
  const kept = read(key);
  if (!kept) return;
  if (keeper.dataset.saved && kept.sent) return write(key, null);
  // The page already shows two versions to choose from, or what the server kept of the same typing.
  if (keeper.dataset.conflict || (keeper.dataset.kept && Date.parse(keeper.dataset.kept) >= kept.at)) return;
  const now = typed(form);
  const changed = Object.keys(kept.fields).filter((name) => !own(name) && name in now && now[name] !== kept.fields[name]);
  if (changed.length === 0) return write(key, null);
  for (const name of [...changed, "seen", "opened"]) {
    const field = form.elements.namedItem(name) as HTMLInputElement | HTMLTextAreaElement | null;
    if (!field || field instanceof RadioNodeList) continue;
    field.value = kept.fields[name] ?? "";
    for (let around = field.parentElement; around; around = around.parentElement) {
      if (around instanceof HTMLDetailsElement && field.value !== "") around.open = true;
      if (around.dataset.reasonOf && field.value !== "") around.hidden = false;
    }
  }
  say("restored", true);
  clock(form.querySelector<HTMLElement>('[data-say="restored"] time'), kept.at);
  form.dispatchEvent(new Event("restored"));
}

/** What a browser may keep of the form: the typed text, and the version it was typed over. Files stay where they are. */
function typed(form: HTMLFormElement): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && !name.startsWith("__") && !name.startsWith("k-") && name !== "action" && name !== "drop") fields[name] = value;
  }
  return fields;
}

function own(name: string): boolean {
  return name === "seen" || name === "opened";
}

function read(key: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") as Kept | null;
  } catch {
    return null;
  }
}

function write(key: string, kept: Kept | null): void {
  try {
    if (kept) localStorage.setItem(key, JSON.stringify(kept));
    else localStorage.removeItem(key);
  } catch {
    // A browser without room or without permission keeps nothing; the server still does.
  }
}

/** In the zone the whole site tells time in, whatever the device thinks. */
function clock(place: HTMLElement | null, at: number): void {
  if (place) place.textContent = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short", timeZone: "Asia/Shanghai" }).format(at);
}
