"""One module for each page of the rail. Pages never import each other; what they share is in gui.page."""
