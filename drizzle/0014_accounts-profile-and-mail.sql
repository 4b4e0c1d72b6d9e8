ALTER TABLE "account_links" DROP CONSTRAINT "account_links_purpose_check";--> statement-breakpoint
ALTER TABLE "account_links" DROP CONSTRAINT "account_links_user_check";--> statement-breakpoint
ALTER TABLE "account_links" ADD COLUMN "email" "citext";--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "email_verified_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "status_reason" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "suspended_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "bio" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "locale" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "time_zone" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "erased_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "account_links" ADD CONSTRAINT "account_links_purpose_check" CHECK ("account_links"."purpose" in ('first_admin', 'invitation', 'email_invitation', 'email_verification', 'email_change', 'password_reset'));--> statement-breakpoint
ALTER TABLE "account_links" ADD CONSTRAINT "account_links_user_check" CHECK (("account_links"."purpose" in ('first_admin', 'email_invitation')) = ("account_links"."user_id" is null));--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_suspended_until_check" CHECK ("users"."suspended_until" is null or "users"."status" = 'suspended');--> statement-breakpoint
-- Whoever could sign in before addresses were verified can do so afterwards.
UPDATE "users" SET "email_verified_at" = now() WHERE "email" IS NOT NULL;
