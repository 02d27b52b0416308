namespace Luoshi.Web.Tests.Ledger;

/// <summary>Tests that count the whole demonstration over several pages: none that adds to it runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class WholeCity
{
    public const string Name = "whole city";
}
