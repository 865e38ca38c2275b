package kikkake.template;

/** Where it stands which templates are published. */
public interface PublishedTemplates {
  /** Those published now; asked for each batch of mails, so that no worker sends old ones. */
  Templates now();
}
