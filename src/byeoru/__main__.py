"""The command `blog`, also as `python -m byeoru`."""

from byeoru.cli.app import main

if __name__ == "__main__":
    main()
