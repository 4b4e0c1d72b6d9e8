CREATE TABLE "break_glass_grants" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"conversation_id" uuid NOT NULL,
	"requested_by" uuid NOT NULL,
	"reason" text NOT NULL,
	"minutes" integer NOT NULL,
	"status" text NOT NULL,
	"decided_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp (3) with time zone,
	"expires_at" timestamp (3) with time zone,
	"tells_owners" text NOT NULL,
	CONSTRAINT "break_glass_grants_status_check" CHECK ("break_glass_grants"."status" in ('requested', 'active', 'refused', 'ended')),
	CONSTRAINT "break_glass_grants_started_check" CHECK ("break_glass_grants"."status" <> 'active' or "break_glass_grants"."expires_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "break_glass_notices" (
	"grant_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"told_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp (3) with time zone,
	CONSTRAINT "break_glass_notices_grant_id_user_id_pk" PRIMARY KEY("grant_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "break_glass_grants" ADD CONSTRAINT "break_glass_grants_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "break_glass_grants" ADD CONSTRAINT "break_glass_grants_requested_by_users_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "break_glass_grants" ADD CONSTRAINT "break_glass_grants_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "break_glass_notices" ADD CONSTRAINT "break_glass_notices_grant_id_break_glass_grants_id_fk" FOREIGN KEY ("grant_id") REFERENCES "public"."break_glass_grants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "break_glass_notices" ADD CONSTRAINT "break_glass_notices_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "break_glass_grants_conversation_idx" ON "break_glass_grants" USING btree ("conversation_id","created_at");--> statement-breakpoint
CREATE INDEX "break_glass_grants_active_idx" ON "break_glass_grants" USING btree ("expires_at") WHERE "break_glass_grants"."status" = 'active';--> statement-breakpoint
CREATE INDEX "break_glass_grants_requested_idx" ON "break_glass_grants" USING btree ("created_at") WHERE "break_glass_grants"."status" = 'requested';--> statement-breakpoint
CREATE INDEX "break_glass_notices_user_idx" ON "break_glass_notices" USING btree ("user_id","told_at") WHERE "break_glass_notices"."seen_at" is null;--> statement-breakpoint
CREATE INDEX "conversations_created_idx" ON "conversations" USING btree ("created_at","id");
