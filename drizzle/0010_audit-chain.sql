-- What an audit entry is found by: the words of its reason, and the keys and values of what changed.
CREATE FUNCTION audit_words(reason text, before jsonb, after jsonb) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN
  to_tsvector('public.offchat', coalesce(reason, ''))
  || coalesce(jsonb_to_tsvector('public.offchat', before, '["key", "string", "numeric", "boolean"]'), ''::tsvector)
  || coalesce(jsonb_to_tsvector('public.offchat', after, '["key", "string", "numeric", "boolean"]'), ''::tsvector);
--> statement-breakpoint
CREATE TABLE "audit_anchors" (
	"position" bigint PRIMARY KEY NOT NULL,
	"removed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"hash" "bytea" NOT NULL,
	"key_id" text NOT NULL,
	"signature" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_links" (
	"position" bigint PRIMARY KEY NOT NULL,
	"entry_id" bigint NOT NULL,
	"digest" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "audit_links_entry_id_unique" UNIQUE("entry_id")
);
--> statement-breakpoint
CREATE TABLE "audit_seals" (
	"position" bigint PRIMARY KEY NOT NULL,
	"sealed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"hash" "bytea" NOT NULL,
	"key_id" text NOT NULL,
	"signature" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_unsealed" (
	"entry_id" bigint PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_exports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"format" text NOT NULL,
	"filter" jsonb NOT NULL,
	"started_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"manifest" text
);
--> statement-breakpoint
DROP INDEX "audit_entries_actor_idx";--> statement-breakpoint
DROP INDEX "audit_entries_target_idx";--> statement-breakpoint
DROP INDEX "audit_entries_action_idx";--> statement-breakpoint
ALTER TABLE "audit_entries" ADD COLUMN "country" text;--> statement-breakpoint
ALTER TABLE "audit_entries" ADD COLUMN "words" "tsvector" GENERATED ALWAYS AS (audit_words(reason, before, after)) STORED;--> statement-breakpoint
CREATE INDEX "audit_exports_created_idx" ON "audit_exports" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "audit_entries_at_idx" ON "audit_entries" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "audit_entries_ip_idx" ON "audit_entries" USING btree ("ip","at","id");--> statement-breakpoint
CREATE INDEX "audit_entries_session_idx" ON "audit_entries" USING btree ("session_id","at","id");--> statement-breakpoint
CREATE INDEX "audit_entries_request_idx" ON "audit_entries" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "audit_entries_words_idx" ON "audit_entries" USING gin ("words");--> statement-breakpoint
CREATE INDEX "audit_entries_actor_idx" ON "audit_entries" USING btree ("actor_id","at","id");--> statement-breakpoint
CREATE INDEX "audit_entries_target_idx" ON "audit_entries" USING btree ("target_type","target_id","at","id");--> statement-breakpoint
CREATE INDEX "audit_entries_action_idx" ON "audit_entries" USING btree ("action","at","id");
--> statement-breakpoint
DROP TRIGGER audit_entries_append_only ON audit_entries;
--> statement-breakpoint
DROP FUNCTION refuse_audit_change();
--> statement-breakpoint
-- The audit log cannot be rewritten, not even by the application's own role through ordinary statements. Only the
-- retention may remove what is old; what it removes is looked at by refuse_young_audit_removal.
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND TG_TABLE_NAME IN ('audit_entries', 'audit_links', 'audit_seals')
     AND current_setting('offchat.audit_retention', true) = 'on' THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$$;
--> statement-breakpoint
-- Whatever a retention asks for: nothing younger than 30 days goes, and nothing that no anchor stands for.
CREATE FUNCTION refuse_young_audit_removal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM removed LEFT JOIN audit_links ON audit_links.entry_id = removed.id
    WHERE removed.at > now() - interval '30 days'
      OR audit_links.position IS NULL
      OR audit_links.position > (SELECT coalesce(max(position), 0) FROM audit_anchors)
  ) THEN
    RAISE EXCEPTION 'audit_entries is append-only: too young, or not anchored' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
-- A link goes after its entry, and behind an anchor.
CREATE FUNCTION refuse_open_audit_removal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM removed WHERE position > (SELECT coalesce(max(position), 0) FROM audit_anchors)) THEN
    RAISE EXCEPTION '% is append-only: not anchored', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
-- Every new entry waits to be sealed, whoever wrote it.
CREATE FUNCTION queue_audit_entries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO audit_unsealed (entry_id) SELECT id FROM added ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER audit_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
--> statement-breakpoint
CREATE TRIGGER audit_links_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_links
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
--> statement-breakpoint
CREATE TRIGGER audit_seals_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seals
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
--> statement-breakpoint
CREATE TRIGGER audit_anchors_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_anchors
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
--> statement-breakpoint
CREATE TRIGGER audit_entries_retention AFTER DELETE ON audit_entries
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION refuse_young_audit_removal();
--> statement-breakpoint
CREATE TRIGGER audit_links_retention AFTER DELETE ON audit_links
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION refuse_open_audit_removal();
--> statement-breakpoint
CREATE TRIGGER audit_seals_retention AFTER DELETE ON audit_seals
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION refuse_open_audit_removal();
--> statement-breakpoint
CREATE TRIGGER audit_entries_queued AFTER INSERT ON audit_entries
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION queue_audit_entries();
--> statement-breakpoint
INSERT INTO audit_unsealed (entry_id) SELECT id FROM audit_entries;
--> statement-breakpoint
-- So that PostgreSQL knows how rare a word is, and reads the index for rare ones and the newest entries for frequent ones.
ALTER TABLE audit_entries ALTER COLUMN words SET STATISTICS 1000;
