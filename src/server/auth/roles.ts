export type UserRoleName = "admin" | "moderator" | "user";
