namespace Luoshi.Cli.Output;

internal enum OutputFormat
{
    Table,
    Jsonl,
    Csv,
    Xlsx,
    Html,
}
