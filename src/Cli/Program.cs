using System.CommandLine;
using Luoshi.Cli.Commands;

var root = new RootCommand("落实：读得清、算得准、管得住的政府承诺台账 / Luoshi: government promises from the printed sentence to the proof")
{
    ServeCommand.Create(),
    DemoCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
