#!/usr/bin/env python3
"""Cuts days out of the Philly log (submit_time,duration_s,num_gpus,virtual_cluster; US/Pacific wall clock).

    cut_philly.py jobs.csv.gz 2017-10-02 28 > philly-2017-10.csv

Writes submit_s,gpus,duration_s with time from 00:00 of the first day. Jobs keep their full duration.
"""
import csv
import datetime
import gzip
import sys


def main():
    path, first_day, days = sys.argv[1:]
    start = datetime.datetime.fromisoformat(first_day)
    end = start + datetime.timedelta(days=int(days))
    print("submit_s,gpus,duration_s")
    with gzip.open(path, "rt") as file:
        for job in csv.DictReader(file):
            submit = datetime.datetime.fromisoformat(job["submit_time"])
            if start <= submit < end:
                seconds = int((submit - start).total_seconds())
                print(f'{seconds},{job["num_gpus"]},{float(job["duration_s"]):.0f}')


main()
