// Passkeys need the browser's own dialogue, so they are the one thing on the account pages that needs a script.
// Without one, or without an authenticator, the buttons stay hidden and the password form is all there is.

interface Ceremony {
  options: string;
  answer: string;
}

const ceremonies: Record<string, Ceremony> = {
  add: { options: "/account/passkeys/options", answer: "/account/passkeys" },
  "sign-in": { options: "/sign-in/passkey/options", answer: "/sign-in/passkey" },
};

export function startPasskeys(): void {
  if (!("PublicKeyCredential" in window) || !("parseCreationOptionsFromJSON" in PublicKeyCredential)) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-passkey]")) {
    button.hidden = false;
    button.addEventListener("click", () => void run(button));
  }
}

async function run(button: HTMLButtonElement): Promise<void> {
  const kind = button.dataset["passkey"] ?? "";
  const ceremony = ceremonies[kind];
  const token = document.querySelector<HTMLInputElement>("input[name='__RequestVerificationToken']")?.value;
  if (!ceremony || !token) return;
  const message = button.parentElement?.querySelector<HTMLElement>("[data-passkey-message]");
  button.disabled = true;
  try {
    const options = await post(ceremony.options, token, new FormData());
    const credential =
      kind === "add"
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
    if (!(credential instanceof PublicKeyCredential)) return;
    const form = new FormData();
    form.set("credential", JSON.stringify(credential));
    const done = await post(ceremony.answer + location.search, token, form);
    location.assign(done.to);
  } catch (problem) {
    // The person closed the dialogue, or the server refused; both leave the page as it was.
    if (message) message.textContent = problem instanceof Refused ? problem.message : "";
  } finally {
    button.disabled = false;
  }
}

class Refused extends Error {}

// The shapes of the answers are the browser's own and the server's, so they are not described again here.
async function post(address: string, token: string, body: FormData): Promise<any> {
  const response = await fetch(address, { method: "POST", body, headers: { "X-Form-Token": token } });
  const answer = await response.json();
  if (!response.ok) throw new Refused(document.documentElement.lang.startsWith("zh") ? answer.zh : answer.en);
  return answer;
}
