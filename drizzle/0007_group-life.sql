CREATE TABLE "invitation_links" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"conversation_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"max_uses" integer,
	"use_count" integer DEFAULT 0 NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "invitation_links_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "invitation_links_uses_check" CHECK ("invitation_links"."use_count" >= 0 and ("invitation_links"."max_uses" is null or "invitation_links"."max_uses" > 0))
);
--> statement-breakpoint
CREATE TABLE "leases" (
	"name" text PRIMARY KEY NOT NULL,
	"holder" uuid NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "presences" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"online" boolean DEFAULT false NOT NULL,
	"active_at" timestamp (3) with time zone,
	"seen_at" timestamp (3) with time zone,
	"announced" text DEFAULT 'offline' NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"status_emoji" text,
	"status_text" text DEFAULT '' NOT NULL,
	"status_until" timestamp (3) with time zone,
	CONSTRAINT "presences_announced_check" CHECK ("presences"."announced" in ('online', 'away', 'offline'))
);
--> statement-breakpoint
CREATE TABLE "user_preferences" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"read_receipts" boolean DEFAULT true NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "conversation_members" ADD COLUMN "unread_from_seq" bigint;--> statement-breakpoint
ALTER TABLE "conversation_members" ADD COLUMN "muted_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "conversation_members" ADD COLUMN "favourite" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "conversation_members" ADD COLUMN "notification_level" text DEFAULT 'all' NOT NULL;--> statement-breakpoint
ALTER TABLE "conversation_members" ADD COLUMN "membership_revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "conversation_members" ADD COLUMN "last_sent_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "conversation_members" ADD COLUMN "joined_seq" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "details_revision" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "announcement_only" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "slow_mode_seconds" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "archived_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "system" jsonb;--> statement-breakpoint
ALTER TABLE "invitation_links" ADD CONSTRAINT "invitation_links_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation_links" ADD CONSTRAINT "invitation_links_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presences" ADD CONSTRAINT "presences_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_preferences" ADD CONSTRAINT "user_preferences_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invitation_links_conversation_idx" ON "invitation_links" USING btree ("conversation_id","id");--> statement-breakpoint
CREATE INDEX "presences_here_idx" ON "presences" USING btree ("user_id") WHERE "presences"."online" or "presences"."announced" <> 'offline';--> statement-breakpoint
ALTER TABLE "conversation_members" ADD CONSTRAINT "conversation_members_notification_level_check" CHECK ("conversation_members"."notification_level" in ('all', 'mentions', 'none'));--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_slow_mode_check" CHECK ("conversations"."slow_mode_seconds" between 0 and 86400);--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_modes_check" CHECK ("conversations"."kind" = 'group' or (not "conversations"."announcement_only" and "conversations"."slow_mode_seconds" = 0 and "conversations"."archived_at" is null));--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_system_check" CHECK (("messages"."kind" = 'system') = ("messages"."system" is not null));