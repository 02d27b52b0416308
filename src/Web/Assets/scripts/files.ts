/**
 * Browsers label their file control in their own language. The control stays where it is, unseen, and takes clicks, keys and dropped
 * files as before; what is seen under it speaks the page's language.
 */
export function faceFiles(): void {
  const dress = (root: ParentNode): void => root.querySelectorAll<HTMLInputElement>("input[type=file]:not(.faced)").forEach(face);
  dress(document);
  document.addEventListener("htmx:after:swap", () => dress(document));
}

function face(field: HTMLInputElement): void {
  const words = document.body.dataset;
  const frame = document.createElement("span");
  frame.className = "file-face";
  const button = document.createElement("span");
  button.className = "button small";
  button.textContent = (field.multiple ? words.chooseFiles : words.chooseFile) ?? "";
  const names = document.createElement("span");
  names.className = "file-names";
  button.ariaHidden = names.ariaHidden = "true";
  field.classList.add("faced");
  field.replaceWith(frame);
  frame.append(field, button, names);
  const tell = (): void => {
    names.textContent = [...(field.files ?? [])].map((file) => file.name).join("、") || (words.noFile ?? "");
  };
  field.addEventListener("change", tell);
  field.form?.addEventListener("reset", () => setTimeout(tell));
  tell();
}
