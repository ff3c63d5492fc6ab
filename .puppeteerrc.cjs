// The browser comes from the project's own list (docs/architecture.md, "The browser"), never from an install script.
module.exports = { skipDownload: true };
