/** Puts text on the clipboard; false where the browser refuses. */
export async function copyText(text: string): Promise<boolean> {
  if (navigator.clipboard) {
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
  }
  // Over plain HTTP there is no clipboard API, but what is selected can be copied.
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "sr-only";
  const place = document.activeElement?.parentElement ?? document.body;
  place.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
}
