#!/usr/bin/env bash
# Writes every lock file from pyproject.toml in one go: make lock [UPGRADE=1].
#
# dev.txt is the one resolution, good for Python 3.11 to 3.13; run.txt and the two lists for AWS
# are cut from it, so that what runs on AWS is what was tested. No file names a registry.
set -euo pipefail
cd "$(dirname "$0")/.."

compile() { # compile OUTPUT ARGUMENT...
    local output=$1
    shift
    printf '  %s\n' "$output"
    .venv-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-header --no-annotate --no-emit-index-url --no-emit-find-links \
        --output-file "$output" "$@"
}

# The Lambda runtime brings these; ours would only add 34 MB to every artifact.
in_the_runtime=(boto3 botocore s3transfer)
without_sdk=()
for package in "${in_the_runtime[@]}"; do
    without_sdk+=(--no-emit-package "$package")
done

upgrade=()
[ -z "${UPGRADE:-}" ] || upgrade=(--upgrade)

compile requirements/pip.txt requirements/pip.in "${upgrade[@]}"
compile requirements/lock.txt requirements/lock.in "${upgrade[@]}"
compile requirements/sam.txt requirements/sam.in "${upgrade[@]}"
compile requirements/clients.txt requirements/clients.in "${upgrade[@]}"
compile requirements/bench.txt requirements/bench.in "${upgrade[@]}"
compile requirements/dev.txt pyproject.toml --all-extras "${upgrade[@]}"

same=(--constraints requirements/dev.txt)
compile requirements/run.txt pyproject.toml --extra readers --extra local "${same[@]}"
compile requirements/functions.txt pyproject.toml "${same[@]}" "${without_sdk[@]}"
compile requirements/ingest.txt pyproject.toml --extra readers "${same[@]}" "${without_sdk[@]}"
