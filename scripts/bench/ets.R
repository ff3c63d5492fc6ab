# forecast::ets on the windows of projections.ts, for comparison. Nothing of the project needs R.
# Usage: Rscript ets.R WINDOW FILE.csv, where the file has a row a month and a column a series, as in data/
suppressPackageStartupMessages(library(forecast))

arguments <- commandArgs(trailingOnly = TRUE)
window <- as.integer(arguments[1])
series <- read.csv(arguments[2], check.names = FALSE)[, -1]
horizon <- 6

scores <- function(values, origin) {
  known <- values[1:origin]
  ahead <- origin + 1:horizon
  model <- ets(ts(tail(known, window), frequency = 12))
  made <- forecast(model, h = horizon, level = c(80, 95))
  actual <- values[ahead]
  within <- function(level) as.numeric(actual >= made$lower[, level] & actual <= made$upper[, level])
  scale <- mean(abs(diff(known, lag = 12)))
  data.frame(
    mase = abs(actual - as.numeric(made$mean)) / scale,
    naive = abs(actual - values[ahead - 12]) / scale,
    holds80 = within(1),
    holds95 = within(2)
  )
}

all <- do.call(rbind, lapply(series, function(values) {
  do.call(rbind, lapply(seq(60, length(values) - horizon, by = 6), function(origin) scores(values, origin)))
}))
cat(sprintf("%s, %d months:", basename(arguments[2]), window), sprintf("%s %.3f", names(all), colMeans(all)), "\n")
