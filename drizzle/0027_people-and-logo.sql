CREATE TABLE "instance_logo" (
	"size" text PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"png" "bytea" NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	CONSTRAINT "instance_logo_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "second_factor_required" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "password_reset_required" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "last_country" text;--> statement-breakpoint
CREATE INDEX "users_country_created_idx" ON "users" USING btree ("last_country","created_at","id");--> statement-breakpoint
UPDATE "users" SET "last_country" = (
  SELECT "country" FROM "sessions" WHERE "sessions"."user_id" = "users"."id" ORDER BY "sessions"."created_at" DESC LIMIT 1
);
