/** What the installation says about mail: which server takes it, and in whose name it goes out. */
export type MailStatus = { server: string; sender: string };
