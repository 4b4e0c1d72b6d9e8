DROP INDEX "broadcasts_created_idx";--> statement-breakpoint
ALTER TABLE "broadcasts" ADD COLUMN "send_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "broadcasts" ADD COLUMN "sent_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "broadcasts" ADD COLUMN "failure" jsonb;--> statement-breakpoint
UPDATE "broadcasts" SET "sent_at" = "created_at";--> statement-breakpoint
CREATE INDEX "broadcasts_sent_idx" ON "broadcasts" USING btree ("sent_at","id");--> statement-breakpoint
CREATE INDEX "broadcasts_waiting_idx" ON "broadcasts" USING btree ("send_at","id") WHERE "broadcasts"."sent_at" is null;--> statement-breakpoint
ALTER TABLE "broadcasts" ADD CONSTRAINT "broadcasts_time_check" CHECK ("broadcasts"."sent_at" is not null or "broadcasts"."send_at" is not null);