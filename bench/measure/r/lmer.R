# Crossed effects of persons, raters and items by lme4; prints milliseconds of processor time of one fit.
# Argument: a file of int32, column after column: person, rater, item, score; ids from 0.
if (!suppressMessages(require("lme4", quietly = TRUE, warn.conflicts = FALSE))) {
  message("the R package lme4 is not installed")
  quit(status = 1)
}
file <- commandArgs(trailingOnly = TRUE)[1]
n <- file.size(file) / 16
columns <- matrix(readBin(file, "integer", 4 * n), ncol = 4)
data <- data.frame(person = factor(columns[, 1]), rater = factor(columns[, 2]), item = factor(columns[, 3]),
                   score = as.numeric(columns[, 4]))
before <- proc.time()
fit <- lmer(score ~ 1 + (1 | person) + (1 | rater) + (1 | item), data, control = lmerControl(calc.derivs = FALSE))
invisible(ranef(fit, condVar = FALSE))
spent <- proc.time() - before
cat((spent[["user.self"]] + spent[["sys.self"]]) * 1000, "\n")
