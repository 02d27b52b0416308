Console.WriteLine("luoshi");
