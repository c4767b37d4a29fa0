#!/usr/bin/env bash
# Uploads dist/ to a bucket in three groups, each with its cache rule. The order keeps readers safe while it runs:
# what pages load is there before the pages that load it. Run from the project's folder, after the build:
#   BUCKET=good-terms BASE_PATH=/playbook/ deploy/s3-cloudfront/upload.sh
set -euo pipefail
: "${BUCKET:?Set BUCKET to the name of the bucket.}"
[ -f dist/index.html ] || { echo 'dist/ holds no built site. Run npm run build first.' >&2; exit 1; }
path=${BASE_PATH:-/}
path=${path#/}
path=${path%/}
to="s3://$BUCKET/${path:+$path/}"

# CloudFront compresses by itself, so the .gz and .br stay here.
side=(--exclude '*.gz' --exclude '*.br')
hashed=('_astro/*' 'pagefind/*.pf_fragment' 'pagefind/*.pf_index' 'pagefind/*.pf_filter' 'pagefind/*.pf_meta')
include=() exclude=()
for pattern in "${hashed[@]}"; do
  include+=(--include "$pattern")
  exclude+=(--exclude "$pattern")
done
put() { aws s3 cp dist "$to" --recursive --no-progress "$@" "${side[@]}"; }

# 1. Hashed names: kept for a year.
put --cache-control 'max-age=31536000, immutable' --exclude '*' "${include[@]}"
# 2. What pages load under a name without a hash: asked for again at each use.
put --cache-control 'no-cache' "${exclude[@]}" --exclude '*.html'
# 3. Pages: asked for again at each use.
put --cache-control 'no-cache' --content-type 'text/html; charset=utf-8' --exclude '*' --include '*.html'

# What is gone from the site goes from the bucket. Hashed files stay: pages that are open now still load them.
aws s3 sync dist "$to" --delete --size-only --no-progress "${exclude[@]}" "${side[@]}"
