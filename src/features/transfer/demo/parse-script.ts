import { type DemoName, demoPeople } from "./people";

export type ScriptMessage = {
  daysAgo: number;
  hours: number;
  minutes: number;
  from: DemoName;
  text: string;
  /** Place in the script of the message that this one answers. */
  replyTo: number | null;
};

const said = /^(\d\d):(\d\d) (\w+)(?: > (?:day (\d+) )?(\d\d:\d\d))?: (.+)$/;
const names = new Set<string>(demoPeople.map(({ name }) => name));

/** Reads the script of a demo conversation (see `Talk`). Throws where it is not understood. */
export function parseScript(script: string): ScriptMessage[] {
  const messages: ScriptMessage[] = [];
  const places = new Map<string, number>();
  let daysAgo: number | null = null;
  for (const line of script.split("\n")) {
    const last = messages.at(-1);
    const day = /^day (\d+)$/.exec(line);
    const match = said.exec(line);
    if (day) daysAgo = Number(day[1]);
    else if (match && daysAgo !== null) {
      const [, hours = "", minutes = "", from = "", replyDay, replyTime, text = ""] = match;
      if (!names.has(from)) throw new Error(`Nobody is called ${from}: ${line}`);
      const target = replyTime ? places.get(`${replyDay ?? daysAgo} ${replyTime}`) : null;
      if (target === undefined) throw new Error(`Answers nothing: ${line}`);
      places.set(`${daysAgo} ${hours}:${minutes}`, messages.length);
      messages.push({
        daysAgo,
        hours: Number(hours),
        minutes: Number(minutes),
        from: from as DemoName,
        text,
        replyTo: target,
      });
    } else if (last && (line.startsWith("  ") || line === "")) last.text += `\n${line.slice(2)}`;
    else if (line !== "") throw new Error(`Not understood: ${line}`);
  }
  return messages.map((message) => ({ ...message, text: message.text.trim() }));
}
