print("tercet-bench")
