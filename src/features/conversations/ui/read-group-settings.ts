/** What somebody chose in the fields of `GroupSettingsFields`; a field that is not there stays as it is. */
export function readGroupSettings(form: HTMLFormElement) {
  const values = new FormData(form);
  const text = (name: string) => String(values.get(name) ?? "").trim();
  const visibility = values.get("visibility");
  return {
    name: text("name"),
    description: text("description"),
    visibility: visibility === "public" || visibility === "private" ? visibility : undefined,
    announcementOnly: values.has("announcementOnly"),
    slowModeSeconds: Number(values.get("slowModeSeconds") ?? 0),
  } as const;
}
