import { and, eq, isNull } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import { database } from "@/server/db/client";
import { users } from "@/server/db/schema/users";
import type { Profile } from "../dto";
import { userSummaryColumns } from "./to-dto";

/** What anybody signed in may know of a person. Throws NOT_FOUND, also for deleted accounts. */
export async function getProfile({ userId }: { userId: string }): Promise<Profile> {
  const [row] = await database()
    .db.select({
      ...userSummaryColumns,
      role: users.role,
      bio: users.bio,
      timeZone: users.timeZone,
      createdAt: users.createdAt,
      status: users.status,
    })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.erasedAt)));
  if (!row) throw new AppError("NOT_FOUND");
  const { status, createdAt, ...rest } = row;
  return { ...rest, joinedAt: createdAt.toISOString(), active: status === "active" };
}
