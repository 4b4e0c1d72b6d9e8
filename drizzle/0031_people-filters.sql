DROP INDEX "users_imported_idx";--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "has_second_factor" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "been_here" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- The new columns are filled while the table is written anew, once: updating its rows would write all their indexes twice.
CREATE FUNCTION pg_temp.second_factor_of(person uuid) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM totp_factors WHERE user_id = person AND sealed_secret IS NOT NULL)
    OR EXISTS (SELECT FROM passkeys WHERE user_id = person)
$$;
--> statement-breakpoint
CREATE FUNCTION pg_temp.has_been_here(person uuid) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM presences WHERE user_id = person AND (online OR seen_at IS NOT NULL))
$$;
--> statement-breakpoint
ALTER TABLE "users"
  ADD COLUMN "imported" boolean GENERATED ALWAYS AS (import_key is not null) STORED NOT NULL,
  ALTER COLUMN "has_second_factor" TYPE boolean USING pg_temp.second_factor_of(id),
  ALTER COLUMN "been_here" TYPE boolean USING pg_temp.has_been_here(id);--> statement-breakpoint
CREATE INDEX "users_not_imported_idx" ON "users" USING btree ("created_at","id") WHERE not "users"."imported";--> statement-breakpoint
CREATE INDEX "users_second_factor_created_idx" ON "users" USING btree ("has_second_factor","created_at","id");--> statement-breakpoint
CREATE INDEX "users_together_idx" ON "users" USING gin ("status","role","imported","has_second_factor","been_here","last_country");--> statement-breakpoint
CREATE INDEX "users_imported_idx" ON "users" USING btree ("created_at","id") WHERE "users"."imported";--> statement-breakpoint
-- How many people match several filters together, which is not what each of them alone would make one expect.
CREATE STATISTICS users_together (mcv)
  ON status, role, imported, has_second_factor, been_here, last_country FROM users;
--> statement-breakpoint
ALTER STATISTICS users_together SET STATISTICS 1000;
--> statement-breakpoint
-- Two changes to one person's factors at once wait for each other here; what is counted then is what is left of both.
CREATE FUNCTION keep_second_factor() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  person uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.user_id ELSE NEW.user_id END;
BEGIN
  PERFORM FROM users WHERE id = person FOR NO KEY UPDATE;
  UPDATE users SET has_second_factor = NOT has_second_factor
  WHERE id = person AND has_second_factor <> (
    EXISTS (SELECT FROM totp_factors WHERE user_id = person AND sealed_secret IS NOT NULL)
    OR EXISTS (SELECT FROM passkeys WHERE user_id = person));
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER totp_factors_kept AFTER INSERT OR DELETE OR UPDATE OF sealed_secret ON totp_factors
  FOR EACH ROW EXECUTE FUNCTION keep_second_factor();
--> statement-breakpoint
CREATE TRIGGER passkeys_kept AFTER INSERT OR DELETE ON passkeys
  FOR EACH ROW EXECUTE FUNCTION keep_second_factor();
--> statement-breakpoint
CREATE FUNCTION keep_been_here() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE users SET been_here = true WHERE id = NEW.user_id AND NOT been_here;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER presences_begun AFTER INSERT ON presences
  FOR EACH ROW WHEN (NEW.online OR NEW.seen_at IS NOT NULL) EXECUTE FUNCTION keep_been_here();
--> statement-breakpoint
CREATE TRIGGER presences_seen AFTER UPDATE OF online, seen_at ON presences
  FOR EACH ROW WHEN (OLD.seen_at IS NULL AND (NEW.online OR NEW.seen_at IS NOT NULL)) EXECUTE FUNCTION keep_been_here();
--> statement-breakpoint
CREATE STATISTICS audit_entries_together (mcv) ON action, country, target_type FROM audit_entries;
