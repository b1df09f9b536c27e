#!/usr/bin/env python3
"""Extracts triples from JSON lines under Spark: reports.py [--master M] [--partitions N] [--tercet BINARY] INPUT OUTPUT"""

import argparse
import shlex

from pyspark.sql import SparkSession


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--master", default="local[2]")
    parser.add_argument("--partitions", type=int, default=4)
    parser.add_argument("--tercet", default="tercet")
    parser.add_argument("input")
    parser.add_argument("output")
    options = parser.parse_args()
    spark = (
        SparkSession.builder.master(options.master).appName("tercet").config("spark.ui.enabled", "false").getOrCreate()
    )
    command = f"{shlex.quote(options.tercet)} extract - --format nt --jobs 1"
    lines = spark.sparkContext.textFile(options.input, options.partitions).repartition(options.partitions)
    # checkCode: a worker whose process fails fails the task, and Spark tries it again elsewhere.
    lines.pipe(command, checkCode=True).distinct().saveAsTextFile(options.output)
    spark.stop()


main()
