/** People at their devices, all in one conversation. */
export type Members = {
  /** How many of them listen. */
  count: number;
  /**
   * Writes a text to the conversation, as one of the members. Resolves when the server has acknowledged it, with what
   * it said of the message, which an audit can look up.
   */
  send: (text: string) => Promise<Acknowledged>;
  close: () => Promise<void>;
};

/** What the server said of a message that it took: its id, and its number in the conversation where it has one. */
export type Acknowledged = { id: string; seq: number | null };

/** Called for every message at every member: whose device, the text's number, and the message's number where it has one. */
export type OnArrival = (member: number, turn: number, seq: number | null) => void;

/** The text of the message `turn`, of an ordinary length. */
export const textOf = (turn: number) =>
  `bench ${turn} says what people say in a sentence or so, to everybody here`;

const turnInText = /bench (\d+) says/;

/** Which message a frame carries; null: none of ours. Looks only at the bytes: reading them is not what is measured. */
export function turnOf(frame: string): number | null {
  const found = turnInText.exec(frame);
  return found ? Number(found[1]) : null;
}
