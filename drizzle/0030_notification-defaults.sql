ALTER TABLE "notification_settings" ALTER COLUMN "level" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "notification_settings" ALTER COLUMN "level" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "notification_settings" ALTER COLUMN "sounds" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "notification_settings" ALTER COLUMN "sounds" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "notification_settings" ALTER COLUMN "time_zone" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "notification_settings" ALTER COLUMN "time_zone" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "notification_settings" ALTER COLUMN "push_text" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "notification_settings" ALTER COLUMN "push_text" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "notification_settings" ALTER COLUMN "digest" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "notification_settings" ALTER COLUMN "digest" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "notification_settings" ALTER COLUMN "locale" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "notification_settings" ALTER COLUMN "locale" DROP NOT NULL;