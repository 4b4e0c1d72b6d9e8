CREATE TABLE "held_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"author_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"thread_root_id" uuid,
	"reply_to_id" uuid,
	"body" text NOT NULL,
	"forwarded_from" jsonb,
	"found" text NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"reason" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by" uuid,
	"seen_at" timestamp (3) with time zone,
	CONSTRAINT "held_messages_status_check" CHECK ("held_messages"."status" in ('waiting', 'delivered', 'rejected')),
	CONSTRAINT "held_messages_decided_check" CHECK (("held_messages"."status" = 'waiting') = ("held_messages"."decided_at" is null))
);
--> statement-breakpoint
CREATE TABLE "message_filters" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"action" text NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "message_filters_kind_text_key" UNIQUE("kind","text"),
	CONSTRAINT "message_filters_kind_check" CHECK ("message_filters"."kind" in ('word', 'phrase', 'pattern', 'domain')),
	CONSTRAINT "message_filters_action_check" CHECK ("message_filters"."action" in ('flag', 'hold', 'refuse'))
);
--> statement-breakpoint
ALTER TABLE "held_messages" ADD CONSTRAINT "held_messages_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_messages" ADD CONSTRAINT "held_messages_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_messages" ADD CONSTRAINT "held_messages_thread_root_id_messages_id_fk" FOREIGN KEY ("thread_root_id") REFERENCES "public"."messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_messages" ADD CONSTRAINT "held_messages_reply_to_id_messages_id_fk" FOREIGN KEY ("reply_to_id") REFERENCES "public"."messages"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_messages" ADD CONSTRAINT "held_messages_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_filters" ADD CONSTRAINT "message_filters_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "held_messages_waiting_idx" ON "held_messages" USING btree ("created_at","id") WHERE "held_messages"."status" = 'waiting';--> statement-breakpoint
CREATE INDEX "held_messages_decided_idx" ON "held_messages" USING btree ("decided_at") WHERE "held_messages"."status" <> 'waiting';--> statement-breakpoint
CREATE INDEX "held_messages_author_idx" ON "held_messages" USING btree ("author_id","decided_at");--> statement-breakpoint
CREATE INDEX "held_messages_conversation_idx" ON "held_messages" USING btree ("conversation_id");--> statement-breakpoint
CREATE INDEX "held_messages_thread_idx" ON "held_messages" USING btree ("thread_root_id") WHERE "held_messages"."thread_root_id" is not null;--> statement-breakpoint
CREATE INDEX "held_messages_reply_idx" ON "held_messages" USING btree ("reply_to_id") WHERE "held_messages"."reply_to_id" is not null;