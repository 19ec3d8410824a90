# One task of agreement or adverse impact in R; prints milliseconds of processor time of one call, warmed up.
# Arguments: the task, and for tasks on ratings the file of ratings (no header, one row a target).
argv <- commandArgs(trailingOnly = TRUE)
task <- argv[1]
need <- function(package) {
  if (suppressMessages(require(package, character.only = TRUE, quietly = TRUE, warn.conflicts = FALSE))) return()
  message("the R package ", package, " is not installed")
  quit(status = 1)
}
ratings <- function() as.matrix(read.csv(argv[2], header = FALSE))

work <- switch(task,
  icc = { need("psych"); x <- ratings(); function() ICC(x) },
  kappa = { need("psych"); x <- ratings()[, 1:2]; function() cohen.kappa(x) },
  alpha = { need("irr"); x <- t(ratings()); function() kripp.alpha(x, "ordinal") },
  fisher = { x <- matrix(c(12, 48, 28, 32), 2); function() for (i in 1:1000) fisher.test(x) },
  table = {
    x <- matrix(c(1, 2, 1, 0, 3, 3, 6, 1, 10, 10, 14, 9, 6, 7, 12, 11), 4)
    function() fisher.test(x)
  },
  stop("unknown task"))

repeats <- if (task %in% c("kappa", "table")) 20 else 3
invisible(suppressWarnings(work()))
before <- proc.time()
for (i in seq_len(repeats)) invisible(suppressWarnings(work()))
spent <- proc.time() - before
cat((spent[["user.self"]] + spent[["sys.self"]]) * 1000 / repeats, "\n")
