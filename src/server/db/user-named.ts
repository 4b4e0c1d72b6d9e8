import { type SQL, sql } from "drizzle-orm";

/** The id of whoever has a user name; nobody's where there is no such person. */
export const userNamed = (username: string): SQL => sql`(select id from users where username = ${username})`;
