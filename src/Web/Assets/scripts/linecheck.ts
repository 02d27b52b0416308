/** Asks the server's checks while somebody types a report, and puts what they find beside the field. Without script the check on saving does it. */
export function checkLines(): void {
  const form = document.querySelector<HTMLFormElement>("form#report");
  const path = document.getElementById("keeper")?.dataset.path;
  if (!form || !path) return;

  const timers = new Map<Element, number>();
  const rounds = new Map<Element, number>();
  const hashes = new Map<string, string[]>();

  const check = async (section: Element): Promise<void> => {
    const round = (rounds.get(section) ?? 0) + 1;
    rounds.set(section, round);
    const body = new URLSearchParams();
    for (const field of section.querySelectorAll<HTMLInputElement>("input[name^='v-']")) {
      body.append(field.name, field.value);
      for (const hash of hashes.get(field.name.slice(2)) ?? []) body.append("x-" + field.name.slice(2), hash);
    }
    const answer = await post(form, `${path}/check`, body).catch(() => null);
    // An answer that was overtaken by the next key press would show the finding of a number that is gone.
    if (!answer?.ok || rounds.get(section) !== round) return;
    show(new DOMParser().parseFromString(await answer.text(), "text/html"));
  };

  const soon = (target: EventTarget | null, wait: number): void => {
    const section = (target as Element | null)?.closest(".report-item");
    if (!section) return;
    window.clearTimeout(timers.get(section));
    timers.set(section, window.setTimeout(() => void check(section), wait));
  };

  form.addEventListener("input", (event) => {
    if ((event.target as HTMLInputElement).dataset.line) soon(event.target, 400);
  });
  form.addEventListener("change", async (event) => {
    const field = event.target as HTMLInputElement;
    if (field.type !== "file" || !field.dataset.line) return;
    hashes.set(field.dataset.line, await hashAll(field.files));
    soon(field, 0);
  });
  form.addEventListener("restored", () => {
    for (const section of form.querySelectorAll(".report-item")) void check(section);
  });
}

/** Posts with the form's own token; a redirect means that the session has ended. */
export function post(form: HTMLFormElement, path: string, body: URLSearchParams): Promise<Response> {
  const token = form.querySelector<HTMLInputElement>("input[name=__RequestVerificationToken]")?.value ?? "";
  body.set("__RequestVerificationToken", token);
  return fetch(path, { method: "POST", body, redirect: "manual", credentials: "same-origin" });
}

function show(answer: Document): void {
  for (const found of answer.querySelectorAll<HTMLElement>(".line-findings")) {
    const region = document.getElementById(found.id);
    if (!region) continue;
    // The same finding again is not read out again.
    if (region.innerHTML.trim() !== found.innerHTML.trim()) region.replaceChildren(...found.childNodes);
    const line = found.id.slice(2);
    const needed = found.dataset.reason === "true";
    const reason = document.querySelector<HTMLElement>(`[data-reason-of="${line}"]`);
    const text = reason?.querySelector("input");
    if (reason && text) {
      reason.hidden = !needed && text.value === "";
      reason.classList.toggle("has-error", needed);
    }
    document.getElementById("f-v-" + line)?.closest(".field")?.classList.toggle("has-error", region.childElementCount > 0);
  }
}

/** As attachments are addressed. Only where the browser can: over plain HTTP the check on saving finds a photo used before. */
async function hashAll(files: FileList | null): Promise<string[]> {
  if (!files || !window.crypto?.subtle) return [];
  return Promise.all(
    [...files].map(async (file) => {
      const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
      return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    }),
  );
}
