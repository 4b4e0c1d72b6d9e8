CREATE TABLE "broadcasts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"important" boolean NOT NULL,
	"audience" text NOT NULL,
	"sent_by" uuid,
	"job_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "broadcasts_audience_check" CHECK ("broadcasts"."audience" in ('everybody', 'admin', 'moderator', 'user'))
);
--> statement-breakpoint
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_kind_check";--> statement-breakpoint
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_message_check";--> statement-breakpoint
ALTER TABLE "notifications" ALTER COLUMN "conversation_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "broadcast_id" uuid;--> statement-breakpoint
ALTER TABLE "broadcasts" ADD CONSTRAINT "broadcasts_sent_by_users_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broadcasts" ADD CONSTRAINT "broadcasts_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "broadcasts_created_idx" ON "broadcasts" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "broadcasts_job_idx" ON "broadcasts" USING btree ("job_id");--> statement-breakpoint
CREATE INDEX "broadcasts_sent_by_idx" ON "broadcasts" USING btree ("sent_by");--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_broadcast_id_broadcasts_id_fk" FOREIGN KEY ("broadcast_id") REFERENCES "public"."broadcasts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notifications_broadcast_idx" ON "notifications" USING btree ("broadcast_id","read_at") WHERE "notifications"."broadcast_id" is not null;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_broadcast_check" CHECK (("notifications"."kind" = 'broadcast') = ("notifications"."broadcast_id" is not null) and ("notifications"."kind" = 'broadcast') = ("notifications"."conversation_id" is null));--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_kind_check" CHECK ("notifications"."kind" in ('mention', 'reply', 'thread_reply', 'reaction', 'added', 'broadcast'));--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_message_check" CHECK (("notifications"."kind" in ('added', 'broadcast')) = ("notifications"."message_id" is null));
--> statement-breakpoint
-- The words inside of web addresses, e-mail addresses and names of files, which the parser takes as one each.
CREATE FUNCTION search_address_words(body text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN (
  SELECT to_tsvector('public.offchat', coalesce(string_agg(regexp_replace(address, '[^[:alnum:]]+', ' ', 'g'), ' '), ''))
  FROM regexp_split_to_table(body, '\s+') AS address
  WHERE address ~ '[[:alnum:]][./@_:]+[[:alnum:]]'
);
--> statement-breakpoint
CREATE OR REPLACE FUNCTION search_vector(body text, author_id uuid) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN
  to_tsvector('public.offchat', normalize(body, NFKC))
  || CASE WHEN body ~ '[[:alnum:]][./@_:]+[[:alnum:]]' THEN search_address_words(normalize(body, NFKC)) ELSE ''::tsvector END
  || CASE WHEN body ~ '[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\U00020000-\U0002FA1F]'
       THEN search_bigrams(normalize(body, NFKC)) ELSE ''::tsvector END
  || array_to_tsvector(array['from:' || author_id])
  || CASE WHEN body ~* '\mhttps?://' THEN array_to_tsvector(array['has:link']) ELSE ''::tsvector END;
--> statement-breakpoint
-- What is stored is computed anew for the messages that it concerns.
UPDATE "messages" SET "body" = "body" WHERE "body" ~ '[[:alnum:]][./@_:]+[[:alnum:]]';
