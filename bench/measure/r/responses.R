# Processor time of a calibration of src/measure/fixtures/pcm2000x20.csv in milliseconds, the median of three.
# Packages: eRm or psychotools. Run from the top of the repository: Rscript bench/measure/r/responses.R psychotools-pcm
task <- commandArgs(trailingOnly = TRUE)[1]
answers <- as.matrix(read.csv("src/measure/fixtures/pcm2000x20.csv", header = FALSE))
run <- switch(task,
  "psychotools-pcm" = { suppressMessages(library(psychotools)); function() pcmodel(answers) },
  "psychotools-rsm" = { suppressMessages(library(psychotools)); function() rsmodel(answers) },
  "erm-pcm" = { suppressMessages(library(eRm)); function() PCM(answers) })
rounds <- if (task == "erm-pcm") 1 else 3
times <- replicate(rounds, { spent <- system.time(run()); spent[["user.self"]] + spent[["sys.self"]] })
cat(median(times) * 1000, "\n")
