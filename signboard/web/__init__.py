"""Pages in a browser, on this computer only: the live board. The only user of Starlette and uvicorn."""
