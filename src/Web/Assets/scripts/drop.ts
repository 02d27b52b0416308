/** Files dropped on the page land in the form's own file field and are sent as if they had been chosen there. */
export function dropFiles(): void {
  const form = document.querySelector<HTMLFormElement>("#drop");
  const field = form?.querySelector<HTMLInputElement>("input[type=file]");
  if (!form || !field) return;

  let depth = 0;
  const mark = (over: boolean): void => void form.classList.toggle("over", over);

  document.addEventListener("dragenter", (event) => {
    if (!carriesFiles(event)) return;
    depth++;
    mark(true);
  });
  document.addEventListener("dragleave", () => {
    depth = Math.max(0, depth - 1);
    if (depth === 0) mark(false);
  });
  document.addEventListener("dragover", (event) => {
    if (carriesFiles(event)) event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    depth = 0;
    mark(false);
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    field.files = event.dataTransfer.files;
    form.requestSubmit();
  });
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") ?? false;
}
