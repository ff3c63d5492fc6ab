/**
 * What a page of the website may load and do: its own style, fonts, pictures and scripts, and nothing from anywhere else. Every page says so
 * itself, in a meta tag.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "script-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join("; ");
